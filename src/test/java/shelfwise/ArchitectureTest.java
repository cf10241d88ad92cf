package shelfwise;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The package map of docs/architecture.md as a test: the arrows between rooms, and the libraries each room may touch. */
class ArchitectureTest {
    /** Each room and the rooms it may import. The class in the root, Launcher, starts cli or ui. */
    static final Map<String, String> MAY_IMPORT = Map.ofEntries(entry("base", ""), entry("data", "base"), entry("store", "base data"),
            entry("pipeline", "base data store"), entry("ingest", "base data store pipeline"), entry("profile", "base data store pipeline"),
            entry("prepare", "base data pipeline"), entry("model", "base data pipeline"), entry("evaluate", "base data pipeline model"),
            entry("inspect", "base data pipeline model"), entry("export", "base data store pipeline evaluate inspect model"),
            entry("app", "base data store pipeline ingest profile prepare model evaluate inspect export"),
            entry("cli", "app base data store pipeline ingest profile model evaluate inspect export"),
            entry("ui", "app base data store pipeline ingest profile model evaluate inspect export"));

    /** Outside libraries and the only rooms that may touch them. */
    static final Map<String, List<String>> ONLY_IN = Map.ofEntries(entry("java.sql..", List.of("shelfwise.store..")),
            entry("org.h2..", List.of("shelfwise.store..")), entry("javafx..", List.of("shelfwise.ui..")),
            entry("atlantafx..", List.of("shelfwise.ui..")), entry("org.controlsfx..", List.of("shelfwise.ui..")),
            entry("org.kordamp..", List.of("shelfwise.ui..")), entry("picocli..", List.of("shelfwise.cli..")),
            entry("smile..", List.of("shelfwise.model..", "shelfwise.inspect..")), entry("ai.djl..", List.of("shelfwise.model.torch..", "shelfwise.model.encoder..")),
            entry("org.apache.poi..", List.of("shelfwise.ingest..")), entry("de.siegmar..", List.of("shelfwise.ingest..", "shelfwise.export..")));

    private static JavaClasses product;

    @BeforeAll static void readClasses() {
        product = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("shelfwise");
        assertTrue(product.size() > 200, "only " + product.size() + " classes seen: the rules would pass on nothing");
    }

    @Test void eachRoomImportsOnlyWhatItMay() {
        var rooms = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String room : MAY_IMPORT.keySet()) rooms = rooms.layer(room).definedBy("shelfwise." + room + "..");
        for (var room : MAY_IMPORT.entrySet()) {
            rooms = room.getValue().isEmpty() ? rooms.whereLayer(room.getKey()).mayNotAccessAnyLayer()
                    : rooms.whereLayer(room.getKey()).mayOnlyAccessLayers(room.getValue().split(" "));
        }
        rooms.check(product);
    }

    @Test void everyClassIsInARoom() {
        classes().that().haveNameNotMatching("shelfwise\\.Launcher.*").should()
                .resideInAnyPackage(MAY_IMPORT.keySet().stream().map(r -> "shelfwise." + r + "..").toArray(String[]::new)).check(product);
    }

    @Test void outsideLibrariesStayInTheirRooms() {
        ONLY_IN.forEach((library, rooms) -> noClasses().that().resideOutsideOfPackages(rooms.toArray(String[]::new)).should().dependOnClassesThat()
                .resideInAPackage(library).check(product));
    }

    @Test void viewModelsKnowNoScene() {
        noClasses().that().haveSimpleNameEndingWith("ViewModel").should().dependOnClassesThat(
                resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "org.controlsfx..")).check(product);
    }

    @Test void placesOfTheWindowDoNotKnowEachOther() {
        SlicesRuleDefinition.slices().matching("shelfwise.ui.(*)..").should().beFreeOfCycles().check(product);
    }

    @Test void nobodyStartsThreadsOrPostsToTheUiByItself() {
        noClasses().that().resideOutsideOfPackages("shelfwise.ui..").should().dependOnClassesThat().haveFullyQualifiedName("javafx.application.Platform").check(product);
    }

    @Test void filesStaySmall() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            List<String> large = files.filter(f -> f.toString().endsWith(".java")).filter(f -> lines(f) > 400).map(Path::toString).toList();
            assertEquals(List.of(), large, "files of more than 400 lines");
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
