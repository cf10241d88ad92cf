package shelfwise.ui.assets;

import java.util.List;
import java.util.Locale;
import shelfwise.ingest.ImportPlan;

/** What can be said of how a file is read; what is left empty is detected. */
enum ImportSetting {
    ENCODING(true, List.of("UTF-8", "GB18030", "windows-1252", "Shift_JIS", "Big5", "UTF-16LE", "ISO-8859-1")),
    DELIMITER(true, List.of("comma", "tab", "semicolon", "pipe", "space", "none")),
    QUOTE(true, List.of("\"", "'", "none")),
    HEADER(false, List.of("yes", "no")),
    SKIP(true, List.of("0", "1", "2", "3")),
    DECIMAL(false, List.of(".", ",")),
    DATE_FORMAT(true, List.of("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd", "dd/MM/yyyy HH:mm", "MM/dd/yyyy HH:mm", "dd.MM.yyyy")),
    ZONE(true, List.of("UTC", "Europe/London", "Europe/Berlin", "America/New_York", "Asia/Shanghai")),
    SHEET(true, List.of());

    private final boolean free;
    private final List<String> offered;

    /** @param free whether other values than those offered may be written */
    ImportSetting(boolean free, List<String> offered) {
        this.free = free;
        this.offered = offered;
    }

    boolean free() {
        return free;
    }

    List<String> offered() {
        return offered;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether another value gives other columns, so that what was said of the columns no longer holds. */
    boolean makesColumns() {
        return switch (this) {
            case ENCODING, DELIMITER, QUOTE, HEADER, SKIP, SHEET -> true;
            case DECIMAL, DATE_FORMAT, ZONE -> false;
        };
    }

    /** Whether it says something of files of this format. */
    boolean fits(ImportPlan plan) {
        boolean text = plan.format().equals("text");
        return switch (this) {
            case ENCODING, DELIMITER, QUOTE -> text;
            case SHEET -> !text;
            case HEADER, SKIP, DECIMAL, DATE_FORMAT, ZONE -> true;
        };
    }

    /** What the file is read with; empty where there is nothing to tell. */
    String value(ImportPlan plan) {
        return switch (this) {
            case ENCODING -> plan.encoding();
            case DELIMITER -> delimiterWord(plan.delimiter());
            case QUOTE -> plan.quote().isEmpty() ? "none" : plan.quote();
            case HEADER -> plan.header() ? "yes" : "no";
            case SKIP -> Integer.toString(plan.skipLines());
            case DECIMAL -> plan.decimal();
            case DATE_FORMAT -> timeFormat(plan);
            case ZONE -> plan.zone().equals("Z") ? "UTC" : plan.zone();
            case SHEET -> plan.sheet();
        };
    }

    private static String delimiterWord(String delimiter) {
        return switch (delimiter) {
            case "," -> "comma";
            case "\t" -> "tab";
            case ";" -> "semicolon";
            case "|" -> "pipe";
            case " " -> "space";
            case "" -> "none";
            default -> delimiter;
        };
    }

    private static String timeFormat(ImportPlan plan) {
        for (int c = 0; c < plan.columns().size(); c++) {
            if (plan.columns().get(c).type() == shelfwise.data.ColumnType.TIME) return plan.formats().get(c);
        }
        return "";
    }
}
