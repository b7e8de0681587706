package dev.keyline.sample;

/** How the share of seats in use went over time, up to the last reading. */
enum UsageCurve {
    GROWING {
        @Override
        double share(int age, int weeks, double level) {
            return level - 0.30 * age / Anchor.WEEKS;
        }
    },
    FLAT {
        @Override
        double share(int age, int weeks, double level) {
            return level;
        }
    },
    FADING {
        @Override
        double share(int age, int weeks, double level) {
            return level - 0.35 * Math.max(0, 1 - age / 52.0);
        }
    },
    /** Little by little. */
    LATE {
        @Override
        double share(int age, int weeks, double level) {
            return level * (0.5 + 0.5 * (weeks - age) / Math.max(1, weeks));
        }
    },
    /** All in the first weeks. */
    EARLY {
        @Override
        double share(int age, int weeks, double level) {
            return level * Math.min(1, 0.4 + 0.1 * (weeks - age));
        }
    },
    /** Full at first; in the last four weeks a fifth fell off. */
    STALLING {
        @Override
        double share(int age, int weeks, double level) {
            return age < 3 ? level * 0.82 : level;
        }
    },
    RAMPING {
        @Override
        double share(int age, int weeks, double level) {
            double done = (weeks - age) / (double) Math.max(1, weeks);
            return level * Math.min(1, 0.25 + 0.75 * done);
        }
    },
    COLLAPSING {
        @Override
        double share(int age, int weeks, double level) {
            return age == 0 ? level * 0.5 : level;
        }
    },
    DIPPING {
        @Override
        double share(int age, int weeks, double level) {
            return age == 0 ? level - 0.185 : level;
        }
    },
    SLIDING {
        @Override
        double share(int age, int weeks, double level) {
            return level * (1 - 0.045 * Math.max(0, 4 - age));
        }
    },
    DYING {
        @Override
        double share(int age, int weeks, double level) {
            return level * Math.min(1, 0.08 + 0.92 * age / 40.0);
        }
    },
    NONE {
        @Override
        double share(int age, int weeks, double level) {
            return 0;
        }
    };

    /**
     * The share of seats in use, before noise.
     *
     * @param age weeks before the last reading; 0 is the last
     * @param weeks how many weeks before the last reading the first was taken
     * @param level the account's own good level, 0…1
     */
    abstract double share(int age, int weeks, double level);
}
