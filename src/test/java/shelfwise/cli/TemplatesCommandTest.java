package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfwise.cli.Shop.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.template.Template;
import shelfwise.app.template.TemplateService;
import shelfwise.app.template.TemplateShop;
import shelfwise.cli.Shop.Said;

class TemplatesCommandTest {
    @TempDir Path folder;

    private String shop() throws IOException {
        String project = folder.resolve("shop").toString();
        Path orders = Files.writeString(folder.resolve("orders.csv"), TemplateShop.orders(true));
        assertEquals(0, call("new", project).code());
        assertEquals(0, call("import", project, orders.toString()).code());
        return project;
    }

    @Test void everyTemplateIsListedInBothLanguages() {
        for (String language : new String[] {"en", "zh"}) {
            Said said = call("templates", "--lang", language);
            assertEquals(0, said.code());
            for (Template t : TemplateService.all()) assertEquals(1, said.out().lines().filter(l -> l.startsWith(t.name() + " ")).count(), t.name());
            assertTrue(!said.out().contains("‹"), said.out());
        }
        assertEquals(TemplateService.all().size(), call("templates", "--json").json().size());
        assertTrue(call("templates", "price-aware", "--lang", "en").out().contains("catalogue.price"));
    }

    @Test void aTemplateBecomesAPipelineThatRuns() throws IOException {
        String project = shop();
        Said made = call("new-pipeline", project, "--template", "bought-together", "--name", "cross sell", "--lang", "en");
        assertEquals(0, made.code(), made.err());
        assertTrue(made.out().contains("InvoiceNo") && made.out().contains("StockCode"), made.out());
        assertEquals(0, call("run", project, "cross sell").code());
        assertEquals(1, call("new-pipeline", project, "--template", "bought-together", "--name", "cross sell").code(), "the name is taken");
    }

    @Test void rolesCanBeNamedAndLeftEmpty() throws IOException {
        String project = shop();
        var json = call("new-pipeline", project, "--template", "bought-together", "--role", "order=", "--role", "title=", "--asset", "events=orders", "--json").json();
        assertTrue(json.at("/columns/events.order").isMissingNode(), json.toString());
        assertEquals("CustomerID", json.at("/columns/events.user/0").asString());
        assertTrue(json.at("/columns/catalogue.title").isMissingNode(), json.toString());
        assertTrue(json.at("/nodes").toString().contains("\"visits\""), "visits are told apart by time where no column tells the basket");
    }

    @Test void whatIsWrongIsToldWithWhatMendsIt() throws IOException {
        String project = shop();
        assertEquals(2, call("new-pipeline", project, "--template", "magic").code());
        assertEquals(2, call("new-pipeline", project, "--template", "a-b", "--role", "colour=red").code());
        assertEquals(2, call("new-pipeline", project, "--template", "a-b", "--asset", "everything=orders").code());
        Said none = call("new-pipeline", project, "--template", "price-aware", "--role", "price=", "--lang", "en");
        assertEquals(1, none.code());
        assertTrue(none.err().contains("Price"), none.err());
        Said wrong = call("new-pipeline", project, "--template", "price-aware", "--role", "price=Title", "--lang", "en");
        assertTrue(wrong.code() == 1 && wrong.err().contains("Title"), wrong.err());
    }
}
