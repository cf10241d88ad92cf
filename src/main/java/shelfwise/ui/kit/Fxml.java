package shelfwise.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Objects;
import java.util.ResourceBundle;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import shelfwise.base.Messages;

/** Loads views from {@code /fxml}, with their texts. */
public final class Fxml {
    /** The address of the product's own style sheet. */
    public static final String STYLES = sheet("shelfwise");

    private Fxml() { }

    /**
     * Loads {@code /fxml/NAME.fxml}. Its {@code fx:controller} names the class of {@code controller}, which is given; {@code %key} is a
     * text of {@code messages}.
     */
    public static <T extends Node> T load(String name, Object controller, Messages messages) {
        var loader = new FXMLLoader(address("/fxml/" + name + ".fxml"), new Texts(messages));
        loader.setControllerFactory(type -> {
            if (!type.isInstance(controller)) throw new IllegalArgumentException(name + ".fxml asks for a " + type + ", given a " + controller.getClass());
            return controller;
        });
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("the view " + name + " cannot be read", e);
        }
    }

    /** The address of {@code /styles/NAME.css}. */
    public static String sheet(String name) {
        return address("/styles/" + name + ".css").toExternalForm();
    }

    private static URL address(String path) {
        return Objects.requireNonNull(Fxml.class.getResource(path), path);
    }

    private static final class Texts extends ResourceBundle {
        private final Messages messages;

        Texts(Messages messages) {
            this.messages = messages;
        }

        @Override protected Object handleGetObject(String key) {
            return messages.text(key);
        }

        @Override public boolean containsKey(String key) {
            return true; // a gap shows as ‹key›; a test finds it
        }

        @Override public Enumeration<String> getKeys() {
            return Collections.enumeration(messages.keys(""));
        }
    }
}
