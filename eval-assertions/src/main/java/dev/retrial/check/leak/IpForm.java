package dev.retrial.check.leak;

import dev.retrial.text.Span;
import org.apache.commons.validator.routines.InetAddressValidator;
import org.jspecify.annotations.Nullable;

/** The form of an address of the public internet; those of a home or an office network belong to nobody. */
final class IpForm {

    private static final int LONGEST = 45;

    private IpForm() {}

    /** Whether the run is four numbers with points, whatever they mean. */
    static boolean isIpv4(DigitRun run) {
        return run.groups().size() == 4
                && run.between(0).equals(".")
                && run.between(1).equals(".")
                && run.between(2).equals(".")
                && octet(run, 0) >= 0
                && octet(run, 1) >= 0
                && octet(run, 2) >= 0
                && octet(run, 3) >= 0;
    }

    /** The public address that the run is, or null. */
    static @Nullable Span ipv4In(DigitRun run) {
        if (!isIpv4(run) || run.isContinued() || Cues.isNear(run.text(), run.start(), Cues.VERSION)) {
            return null;
        }
        int first = octet(run, 0);
        int second = octet(run, 1);
        boolean inner = first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 192 && second == 168)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32);
        return inner ? null : new Span(run.groups().get(0).start(), run.end());
    }

    private static int octet(DigitRun run, int group) {
        if (run.length(group) > 3) {
            return -1;
        }
        int value = Integer.parseInt(run.digits(group, group + 1));
        return value <= 255 ? value : -1;
    }

    /** The IPv6 address around this colon, or null. */
    static @Nullable Span ipv6Around(String text, int colon) {
        int start = colon;
        while (start > 0 && colon - start < LONGEST && isPart(text.charAt(start - 1))) {
            start--;
        }
        int end = colon;
        int colons = 0;
        while (end < text.length() && end - start <= LONGEST && isPart(text.charAt(end))) {
            colons += text.charAt(end) == ':' ? 1 : 0;
            end++;
        }
        boolean part = (start > 0 && PersonalData.isWordPart(text.charAt(start - 1)))
                || (end < text.length() && PersonalData.isWordPart(text.charAt(end)));
        if (part || colons < 2) {
            return null;
        }
        String address = text.substring(start, end);
        // A time has colons too, "::1" is this machine, and fe80 and fc00 are inner networks.
        boolean telling = colons >= 3 || (address.contains("::") && address.length() > 8);
        boolean inner = address.startsWith("fe80") || address.startsWith("fc") || address.startsWith("fd");
        return telling && !inner && InetAddressValidator.getInstance().isValidInet6Address(address)
                ? new Span(start, end)
                : null;
    }

    private static boolean isPart(char c) {
        return PersonalData.isHex(c) || c == ':';
    }
}
