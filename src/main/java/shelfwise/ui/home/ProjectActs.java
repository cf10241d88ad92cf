package shelfwise.ui.home;

import java.nio.file.Path;
import shelfwise.app.Samples;
import shelfwise.base.ProblemException;
import shelfwise.ui.Projects;
import shelfwise.ui.UiContext;

/** What a person can do about projects. */
record ProjectActs(Projects projects, UiContext ui) {
    void open() {
        ui.choosers().folder(ui.text("home.open.title")).ifPresent(projects::open);
    }

    void create() {
        ui.choosers().folder(ui.text("home.new.title")).ifPresent(projects::create);
    }

    /** Opens the first sample, or a copy of it in the person's folder where the program's own can't be written to. */
    void sample() {
        Samples.all().stream().findFirst().ifPresent(sample -> {
            try {
                projects.open(Samples.writable(sample, Path.of(System.getProperty("user.home"), "Shelfwise")));
            } catch (ProblemException e) {
                ui.tell(e);
            }
        });
    }
}
