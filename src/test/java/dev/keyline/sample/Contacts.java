package dev.keyline.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** People at the customers: roles, levels, moods, and when each was last spoken to. */
final class Contacts {
    private static final Seat HEAD_OF_IT = new Seat("technical-decision-maker", 3, "Head of IT");
    private static final Seat FORMER_HEAD = new Seat("economic-buyer", 5, "Managing director");

    private final Names names;
    private final Table contacts = new Table(
            "contact",
            "id",
            "account_id",
            "name",
            "title",
            "role",
            "level",
            "sentiment",
            "last_contacted_on",
            "left_on");

    Contacts(Names names) {
        this.names = names;
    }

    void add(Company company) {
        if (company.story() == Story.ENQUIRY) {
            return;
        }
        Dice dice = company.dice("contacts");
        List<Seat> seats = new ArrayList<>(seats(company, dice));
        if (company.story() == Story.NEW_EXECUTIVE) {
            seats.add(FORMER_HEAD);
        }
        int quiet = company.story().quietDays.pick(dice);
        boolean onOneThread = isOnOneThread(company, dice);
        for (int i = 0; i < seats.size(); i++) {
            Seat seat = seats.get(i);
            boolean left = hasLeft(company.story(), seat);
            int spoken = daysSilent(company.story(), seat, quiet, onOneThread, dice);
            LocalDate leftOn = left ? Anchor.daysAgo(dice.between(8, 40)) : null;
            contacts.add(
                    company.id() + "-P" + (i + 1),
                    company.id(),
                    names.person(company.market()),
                    seat.title(),
                    seat.role(),
                    seat.level(),
                    sentiment(company.story(), seat.role(), dice),
                    leftOn == null ? Anchor.daysAgo(spoken) : leftOn.minusDays(3),
                    leftOn);
        }
    }

    /** The champion is who we talk to; in the story of a silent one, somebody else took over. */
    private static int daysSilent(Story story, Seat seat, int quiet, boolean onOneThread, Dice dice) {
        boolean champion = seat.role().equals("champion");
        if (champion && story == Story.CHAMPION_SILENT) {
            return dice.between(40, 78);
        }
        boolean withoutChampion =
                story == Story.CHAMPION_SILENT || story == Story.CHAMPION_LEFT || story == Story.DORMANT;
        if (champion || (withoutChampion && seat.equals(HEAD_OF_IT))) {
            return quiet;
        }
        return onOneThread ? dice.between(200, 400) : quiet + dice.between(2, 26);
    }

    private static boolean hasLeft(Story story, Seat seat) {
        return switch (story) {
            case CHAMPION_LEFT -> seat.role().equals("champion");
            case NEW_EXECUTIVE -> seat.equals(FORMER_HEAD);
            default -> false;
        };
    }

    /** Small customers hang on one person far more often. */
    private static boolean isOnOneThread(Company company, Dice dice) {
        return switch (company.standing()) {
            case STRATEGIC -> false;
            case MAJOR -> dice.chance(0.04);
            case PROMISING -> dice.chance(0.08);
            case SMALL -> dice.chance(0.25);
        };
    }

    private static List<Seat> seats(Company company, Dice dice) {
        List<Seat> seats = new ArrayList<>();
        int count = company.story() == Story.DORMANT
                ? 1
                : company.standing().contacts.pick(dice);
        seats.add(HEAD_OF_IT);
        seats.add(new Seat("champion", dice.between(2, 3), "Programme lead"));
        if (company.standing() == Standing.SMALL) {
            seats.add(new Seat("end-user", 1, "Clerk"));
            return seats.subList(0, count);
        }
        boolean chief = company.standing() == Standing.STRATEGIC && dice.chance(0.15);
        int buyer = company.standing() == Standing.PROMISING ? dice.between(3, 4) : dice.between(4, 5);
        seats.add(new Seat(
                "economic-buyer",
                chief ? 6 : buyer,
                chief ? "Chief executive" : buyer == 5 ? "Chief financial officer" : "Director of purchasing"));
        seats.add(new Seat("end-user", 1, "Analyst"));
        seats.add(new Seat("technical-decision-maker", 4, "Vice president, technology"));
        seats.add(new Seat("economic-buyer", 4, "Vice president, operations"));
        seats.add(new Seat("end-user", 2, "Team lead"));
        seats.add(new Seat("end-user", 1, "Planner"));
        seats.add(new Seat("economic-buyer", 5, "Chief operating officer"));
        List<Seat> met = new ArrayList<>(seats.subList(0, count));
        if (company.story() == Story.CRISIS || company.story() == Story.COMPETITOR) {
            met.set(count - 1, new Seat("detractor", 3, "Head of controlling"));
        }
        return met;
    }

    private static String sentiment(Story story, String role, Dice dice) {
        if (role.equals("detractor")) {
            return "negative";
        }
        double warmth = switch (story) {
            case THRIVING -> 0.8;
            case CRISIS, LEAVING -> 0.05;
            case DRIFTING, COMPETITOR -> 0.25;
            default -> role.equals("champion") ? 0.7 : 0.45;
        };
        if (dice.chance(warmth)) {
            return "positive";
        }
        return dice.chance(story == Story.CRISIS || story == Story.LEAVING ? 0.6 : 0.12) ? "negative" : "neutral";
    }

    Table table() {
        return contacts;
    }

    /** A place in the buying centre. */
    private record Seat(String role, int level, String title) {}
}
