package dev.premia.cli;

import java.util.Locale;

/** The language of titles and numbers in tables. Names that machines read are the same in both. */
public enum Language {
    EN,
    RU;

    /** What the user's locale asks for; English unless it is Russian. */
    public static Language ofLocale(Locale locale) {
        return locale.getLanguage().equals("ru") ? RU : EN;
    }

    /** The text in this language. */
    public String choose(String ru, String en) {
        return this == RU ? ru : en;
    }
}
