package shelfwise.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.util.Subscription;
import shelfwise.base.JobEvent;
import shelfwise.base.Messages;
import shelfwise.data.Table;
import shelfwise.ui.kit.DataTable;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Fxml;
import shelfwise.ui.kit.Numbers;
import shelfwise.ui.kit.Palette;

/**
 * What a view is given: texts in the present language and the ways to the rest of the window. A new one comes with a new language.
 *
 * @param palette  colours of data; changes with the theme
 * @param floats   what lies over the places
 * @param lifetime ends when this language's views are thrown away
 */
public record UiContext(Messages messages, Numbers numbers, JobBoard jobs, ObservableObjectValue<Palette> palette, ShellViewModel shell,
        Choosers choosers, Floats floats, Remembered remembered, Lifetime lifetime) {

    public String text(String key, Object... args) {
        return messages.text(key, args);
    }

    /** {@code parts} one after the other, as this language writes a list. */
    public String list(Stream<String> parts) {
        return messages.list(parts);
    }

    /** Loads {@code /fxml/NAME.fxml} for its {@code controller}. */
    public <T extends Node> T load(String name, Object controller) {
        return Fxml.load(name, controller, messages);
    }

    /** Ends the subscription with this view: for all that listens to a view model by other means than {@code bind}. */
    public void keep(Subscription subscription) {
        lifetime.add(subscription);
    }

    /** A table whose pages are read away from the UI thread. */
    public DataTable dataTable() {
        return new DataTable(palette, numbers, messages, (table, from, to, done) -> jobs.<Table>quietly(_ -> table.slice(from, to), event -> {
            if (event instanceof JobEvent.Done<Table> page) done.accept(page.result());
            if (event instanceof JobEvent.Failed<Table> failed) tell(failed.cause());
        }));
    }

    public void go(String place) {
        shell.go(place, Target.NONE);
    }

    public void go(String place, Target target) {
        shell.go(place, target);
    }

    /** Tells an error in a dialogue. */
    public void tell(Throwable cause) {
        floats.tell(Failure.of(cause, messages));
    }

    /** Asks before something is lost; {@code act} runs if the person says the {@code verb}. */
    public void confirm(String question, String verb, Runnable act) {
        floats.confirm(question, verb, act);
    }

    /** As {@link #confirm(String, String, Runnable)}, with another way that loses nothing. */
    void confirm(String question, String verb, Runnable act, String otherVerb, Runnable other) {
        floats.confirm(question, verb, act, List.of(floats.choice(otherVerb, other)));
    }

    /** Shows a dialogue over the place; Esc or {@link #closeDialogue} takes it away. */
    public void showDialogue(String title, Parent content) {
        floats.show(title, content);
    }

    public void closeDialogue() {
        floats.hide();
    }
}
