package dev.retrial.tickets.redact;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of fields and arguments that say that their value is personal: {@code customer_name}, {@code shippingAddress}, {@code Kundennummer}. */
final class PersonalKeys {

    private static final Set<String> NAMES = Set.of(
            "firstname",
            "lastname",
            "fullname",
            "surname",
            "givenname",
            "familyname",
            "middlename",
            "displayname",
            "username",
            "login",
            "nickname",
            "customername",
            "customer",
            "contactname",
            "contact",
            "recipient",
            "recipientname",
            "cardholder",
            "cardholdername",
            "accountholder",
            "holder",
            "owner",
            "ownername",
            "requester",
            "requestername",
            "buyer",
            "buyername",
            "passenger",
            "guestname",
            "attention",
            "attn",
            "vorname",
            "nachname",
            "kundenname",
            "prenom",
            "nom",
            "nombre",
            "apellido",
            "apellidos",
            "signature",
            "author",
            "authorname",
            "sender",
            "sendername",
            "from",
            "to",
            "cc");
    private static final Set<String> IDS = Set.of(
            "customerid",
            "customernumber",
            "customerno",
            "customerref",
            "accountid",
            "accountnumber",
            "accountno",
            "userid",
            "memberid",
            "membernumber",
            "membershipnumber",
            "contactid",
            "requesterid",
            "submitterid",
            "authorid",
            "kundennummer",
            "kundenid",
            "kundennr",
            "kontonummer",
            "numeroclient",
            "numerocliente",
            "externalid",
            "passport",
            "passportnumber",
            "licensenumber",
            "driverslicense",
            "taxid",
            "vatid",
            "nationalid",
            "ssn",
            "socialsecuritynumber",
            "deviceid",
            "imei",
            "insurancenumber",
            "policyholderid",
            "subscriberid",
            "patientid",
            "loyaltynumber",
            "sortcode",
            "routingnumber",
            "bankaccount");
    private static final Set<String> ADDRESSES = Set.of(
            "address",
            "addressline",
            "addressline1",
            "addressline2",
            "address1",
            "address2",
            "street",
            "streetaddress",
            "shippingaddress",
            "billingaddress",
            "deliveryaddress",
            "homeaddress",
            "postaladdress",
            "adresse",
            "anschrift",
            "strasse",
            "straße",
            "direccion",
            "city",
            "town",
            "ort",
            "stadt",
            "ville",
            "ciudad",
            "zip",
            "zipcode",
            "postcode",
            "postalcode",
            "plz",
            "codepostal");
    private static final Set<String> SECRETS = Set.of(
            "password",
            "passwd",
            "pwd",
            "passwort",
            "secret",
            "token",
            "apikey",
            "accesstoken",
            "refreshtoken",
            "authorization",
            "clientsecret",
            "privatekey",
            "pin",
            "cvv",
            "cvc",
            "securitycode",
            "sessionid",
            "cookie");

    private static final Set<String> PEOPLE = Set.of(
            "customer",
            "requester",
            "user",
            "contact",
            "buyer",
            "recipient",
            "person",
            "agent",
            "passenger",
            "guest",
            "holder",
            "owner",
            "client",
            "member",
            "assignee",
            "author",
            "sender",
            "subscriber",
            "patient",
            "employee",
            "account",
            "profile",
            "shippingaddress",
            "billingaddress",
            "address",
            "participant");

    private final Set<String> own = new HashSet<>();

    PersonalKeys(Iterable<String> own) {
        own.forEach(key -> this.own.add(plain(key)));
    }

    /** Whether the team's settings name it. */
    boolean isOwn(@Nullable String key) {
        return key != null && !own.isEmpty() && own.contains(plain(key));
    }

    /** The name of a field in an object of another's: what is the {@code name} of a customer is a person's. */
    static String within(@Nullable String parent, String key) {
        if (parent == null || key.length() > 10 || parent.length() > 60) {
            return key;
        }
        boolean name = switch (plain(key)) {
            case "name", "first", "last", "full", "display" -> true;
            default -> false;
        };
        String plain = plain(parent);
        if (name
                && (PEOPLE.contains(plain)
                        || (plain.endsWith("s") && PEOPLE.contains(plain.substring(0, plain.length() - 1))))) {
            return "full_name";
        }
        return key.equals("id") && PEOPLE.contains(plain) ? "customer_id" : key;
    }

    /** What the value is that this key has; null where the key says nothing. */
    static @Nullable EntityType of(@Nullable String key) {
        if (key == null || key.length() > 60) {
            return null;
        }
        String plain = plain(key);
        if (NAMES.contains(plain)) {
            return EntityType.PERSON;
        }
        if (IDS.contains(plain)) {
            return EntityType.ID;
        }
        if (ADDRESSES.contains(plain)) {
            return EntityType.ADDRESS;
        }
        if (SECRETS.contains(plain)) {
            return EntityType.SECRET;
        }
        if (plain.endsWith("phone")
                || plain.endsWith("phonenumber")
                || plain.endsWith("mobile")
                || plain.endsWith("telefon")
                || plain.equals("tel")
                || plain.equals("fax")
                || plain.equals("handy")) {
            return EntityType.PHONE;
        }
        if (plain.endsWith("company")
                || plain.endsWith("companyname")
                || plain.equals("organisation")
                || plain.equals("organization")
                || plain.equals("firma")) {
            return EntityType.ORGANISATION;
        }
        return plain.equals("iban") ? EntityType.IBAN : null;
    }

    /** Letters and digits, in lower case, without accents. */
    private static String plain(String key) {
        String folded = Letters.fold(key);
        StringBuilder plain = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            if (Letters.isWordPart(folded.charAt(i))) {
                plain.append(folded.charAt(i));
            }
        }
        return plain.toString();
    }
}
