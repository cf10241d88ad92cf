package shelfwise.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import shelfwise.base.Messages;

/** Where in the window one is and how it looks: project, place and the way back, language, theme. */
public final class ShellViewModel {
    /** A place and what it was asked to show. */
    public record Stop(String place, Target target) { }

    private static final int WAY_BACK = 50;
    private static final String LANGUAGE = "language", THEME = "theme";
    private final Remembered remembered;
    private final Deque<Stop> way = new ArrayDeque<>();
    private final Map<String, Target> taken = new HashMap<>();
    private List<String> places = List.of();
    private final ReadOnlyStringWrapper project = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Stop> at = new ReadOnlyObjectWrapper<>(new Stop("", Target.NONE));
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Locale> language;
    private final ReadOnlyObjectWrapper<Theme> theme;

    public ShellViewModel(Remembered remembered) {
        this.remembered = remembered;
        language = new ReadOnlyObjectWrapper<>(Messages.in(Locale.forLanguageTag(remembered.get(LANGUAGE, Locale.getDefault().toLanguageTag()))).locale());
        theme = new ReadOnlyObjectWrapper<>(Theme.named(remembered.get(THEME, "")));
    }

    /** A project was opened, with its places; stays where one is if that place is still there. @param name empty while none is open */
    void open(String name, List<String> newPlaces) {
        places = List.copyOf(newPlaces);
        way.clear();
        taken.clear();
        canGoBack.set(false);
        project.set(name);
        if (!places.isEmpty()) at.set(new Stop(places.contains(at.get().place()) ? at.get().place() : places.getFirst(), Target.NONE));
    }

    /** @throws IllegalArgumentException if there is no such place */
    public void go(String place, Target target) {
        if (!places.contains(place)) throw new IllegalArgumentException("no place " + place + " in " + places);
        Stop here = at.get(), there = new Stop(place, target);
        if (here.equals(there)) return;
        if (!here.place().isEmpty()) way.push(here);
        while (way.size() > WAY_BACK) way.removeLast();
        canGoBack.set(!way.isEmpty());
        at.set(there);
    }

    public void back() {
        Optional.ofNullable(way.poll()).ifPresent(at::set);
        canGoBack.set(!way.isEmpty());
    }

    /**
     * What the place of {@code stop} is asked to show now: nothing in particular if that target was the last it was asked for. It is then
     * only shown again, by the way back or in another language, and what was chosen there since stays.
     */
    Target take(Stop stop) {
        Target before = taken.put(stop.place(), stop.target());
        return before == stop.target() ? Target.NONE : stop.target();
    }

    void setLanguage(Locale wanted) {
        language.set(wanted);
        remembered.put(LANGUAGE, wanted.toLanguageTag());
    }

    void setTheme(Theme wanted) {
        theme.set(wanted);
        remembered.put(THEME, wanted.name());
    }

    public ReadOnlyStringProperty project() {
        return project.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Stop> at() {
        return at.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Locale> language() {
        return language.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }
}
