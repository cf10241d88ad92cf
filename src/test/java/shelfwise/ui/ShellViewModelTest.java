package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
    private final ShellViewModel model = new ShellViewModel(Remembered.inMemory());

    @Test void backRetracesPlacesAndTargets() {
        model.open("shop", List.of("home", "lists"));
        model.go("lists", Target.of("user", "1"));
        model.go("lists", Target.of("user", "2"));
        model.back();
        assertEquals(new ShellViewModel.Stop("lists", Target.of("user", "1")), model.at().get());
        model.back();
        assertEquals("home", model.at().get().place());
        assertFalse(model.canGoBack().get());
    }

    @Test void goingWhereOneIsAddsNothingToTheWayBack() {
        model.open("shop", List.of("home", "lists"));
        model.go("home", Target.NONE);
        assertFalse(model.canGoBack().get());
    }

    @Test void anotherProjectKeepsThePlaceAndForgetsTheWay() {
        model.open("shop", List.of("home", "lists"));
        model.go("lists", Target.NONE);
        assertTrue(model.canGoBack().get());
        model.open("other", List.of("home", "lists"));
        assertEquals("lists", model.at().get().place());
        assertFalse(model.canGoBack().get());
    }

    @Test void aPlaceIsAskedForATargetOnceHoweverOftenItIsShown() {
        model.open("shop", List.of("home", "lists"));
        model.go("lists", Target.of("user", "1"));
        assertEquals(Target.of("user", "1"), model.take(model.at().get()));
        model.go("home", Target.NONE);
        model.back();
        assertEquals(Target.NONE, model.take(model.at().get()));
        model.go("lists", Target.of("user", "2"));
        assertEquals(Target.of("user", "2"), model.take(model.at().get()));
        model.back();
        assertEquals(Target.of("user", "1"), model.take(model.at().get()));
    }

    @Test void unknownPlaceIsRefusedByName() {
        model.open("shop", List.of("home"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> model.go("moon", Target.NONE)).getMessage().contains("moon"));
    }
}
