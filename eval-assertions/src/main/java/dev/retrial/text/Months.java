package dev.retrial.text;

/** The names of months in English, German and French. */
final class Months {

    private Months() {}

    /** The month of this name in lower case, from 1, or 0. */
    static int ofName(String name) {
        int english = ofEnglishName(name);
        return english == 0 ? ofOtherName(name) : english;
    }

    /** The month of this English name or abbreviation in lower case, from 1, or 0. */
    static int ofEnglishNameOrAbbreviation(String name) {
        return switch (name) {
            case "jan" -> 1;
            case "feb" -> 2;
            case "mar" -> 3;
            case "apr" -> 4;
            case "jun" -> 6;
            case "jul" -> 7;
            case "aug" -> 8;
            case "sep", "sept" -> 9;
            case "oct" -> 10;
            case "nov" -> 11;
            case "dec" -> 12;
            default -> ofEnglishName(name);
        };
    }

    /** The month of this German or French name or abbreviation in lower case, from 1, or 0; what is the same in English is left to that. */
    static int ofOtherNameOrAbbreviation(String name) {
        return switch (name) {
            case "janv" -> 1;
            case "févr" -> 2;
            case "mär", "mrz" -> 3;
            case "avr" -> 4;
            case "juil" -> 7;
            case "okt" -> 10;
            case "dez", "déc" -> 12;
            default -> ofOtherName(name);
        };
    }

    private static int ofEnglishName(String name) {
        return switch (name) {
            case "january" -> 1;
            case "february" -> 2;
            case "march" -> 3;
            case "april" -> 4;
            case "may" -> 5;
            case "june" -> 6;
            case "july" -> 7;
            case "august" -> 8;
            case "september" -> 9;
            case "october" -> 10;
            case "november" -> 11;
            case "december" -> 12;
            default -> 0;
        };
    }

    private static int ofOtherName(String name) {
        return switch (name) {
            case "januar", "jänner", "janvier" -> 1;
            case "februar", "février" -> 2;
            case "märz", "mars" -> 3;
            case "avril" -> 4;
            case "mai" -> 5;
            case "juni", "juin" -> 6;
            case "juli", "juillet" -> 7;
            case "août" -> 8;
            case "septembre" -> 9;
            case "oktober", "octobre" -> 10;
            case "novembre" -> 11;
            case "dezember", "décembre" -> 12;
            default -> 0;
        };
    }
}
