package dev.premia.simulator;

/** Invented names, put together from syllables. */
final class Names {
    private static final String[] GIVEN = {
        "Arina", "Belomir", "Vesna", "Goran", "Daromir", "Zlata", "Iskra", "Kira", "Ladimir", "Milena", "Nikan", "Oris",
        "Rada", "Svetan", "Tikhona", "Ulyan", "Filimon", "Yarina"
    };
    private static final String[] STEMS = {
        "Berezo", "Vetlu", "Gory", "Dubra", "Zarech", "Kali", "Luga", "Morosh", "Nevel", "Ozeri", "Poly", "Rechi",
        "Sosno", "Tuman", "Usti", "Chere", "Shira", "Yasne"
    };
    private static final String[] ENDINGS = {"novsky", "tin", "mirov", "denko", "leev", "rsky", "vets", "nich"};
    private static final String[] TRADES = {
        "Torg", "Snab", "Stroy", "Tekh", "Agro", "Pak", "Metall", "Logistika", "Servis", "Svet", "Khim", "Dom"
    };
    private static final String[] FORMS = {"OOO", "AO", "IP", "ZAO"};
    private static final String[] SIDES = {"Центр", "Север", "Юг", "Восток", "Запад", "Поволжье", "Урал", "Сибирь"};

    private Names() {}

    static String person(Dice dice) {
        return dice.of(GIVEN) + " " + dice.of(STEMS) + dice.of(ENDINGS);
    }

    static String company(Dice dice) {
        return dice.of(FORMS) + " \"" + dice.of(STEMS) + dice.of(TRADES) + "\"";
    }

    static String region(int number) {
        int round = (number - 1) / SIDES.length;
        return "Регион " + SIDES[(number - 1) % SIDES.length] + (round == 0 ? "" : " " + (round + 1));
    }

    static String team(int number) {
        return "Отдел продаж № " + number;
    }
}
