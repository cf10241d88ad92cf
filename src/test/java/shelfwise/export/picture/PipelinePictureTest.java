package shelfwise.export.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import shelfwise.app.Operators;
import shelfwise.base.Messages;
import shelfwise.pipeline.Groups;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;

class PipelinePictureTest {
    private static final OperatorCatalogue OPERATORS = Operators.catalogue();
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH), CHINESE = Messages.in(Locale.SIMPLIFIED_CHINESE);

    private static Pipeline sample() {
        return new PipelineJson(OPERATORS).read(Path.of("sample-projects/online-retail/pipelines/clean-and-compare.json"));
    }

    /** Notes, a frame, a folded group, a switched-off node, odd characters. */
    static Pipeline dressed() {
        Pipeline p = sample();
        p = Groups.fold(Groups.make(p, Set.of("tidy-text", "no-cancellations", "known-customers", "plain-ids", "products-only", "real-sales", "no-repeats"), "cleaning", "Cleaning & 清洗"), "cleaning", true);
        p = p.add(new Note("slip", Note.Kind.NOTE, "Orders of 2009 < 2010 come from the old till; 旧收银系统的数据需要先清洗，再与新数据合并。", 208, 560, 380, 100));
        p = p.add(new Note("models", Note.Kind.FRAME, "Models 模型", 608, -36, 204, 676));
        return p.enable(Set.of("bpr"), false);
    }

    private static Document xml(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test void theSvgShowsEveryNodeAndLinkAndIsAlwaysTheSame() throws Exception {
        Pipeline p = sample();
        String svg = new PipelinePicture(OPERATORS, ENGLISH).svg(p, Theme.LIGHT);
        Document read = xml(svg);
        assertEquals(p.links().size(), read.getElementsByTagName("path").getLength());
        for (Node n : p.nodes()) assertTrue(svg.contains(">" + n.id() + "</text>"), n.id());
        assertEquals(svg, new PipelinePicture(OPERATORS, ENGLISH).svg(p, Theme.LIGHT));
        assertFalse(svg.contains("NaN"));
    }

    @Test void wordsAreEscapedAndFoldedNodesLeftOut() throws Exception {
        String svg = new PipelinePicture(OPERATORS, ENGLISH).svg(dressed(), Theme.DARK);
        xml(svg);
        assertTrue(svg.contains("Cleaning &amp; 清洗") && svg.contains("2009 &lt; 2010") && svg.contains("7 steps") && svg.contains("switched off"), svg);
        assertFalse(svg.contains(">tidy-text</text>"));
        assertEquals(2, svg.split("stroke-dasharray", -1).length - 1, "the links of the node that is off");
    }

    @Test void boxesAreNamedInTheLanguageAskedFor() {
        String svg = new PipelinePicture(OPERATORS, CHINESE).svg(sample(), Theme.LIGHT);
        assertTrue(svg.contains(CHINESE.text("op.model.ease.name")) && svg.contains(CHINESE.text("port-type.split")));
    }

    @Test void thePngHasTheSizeOfTheDrawing() throws IOException {
        byte[] png = new PipelinePicture(OPERATORS, ENGLISH).png(sample(), Theme.LIGHT, 1.5);
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals((int) Math.ceil((1248 + 172 + 48) * 1.5), image.getWidth());
        assertEquals((int) Math.ceil((690 + 68 + 48) * 1.5), image.getHeight());
        assertEquals(0xfff6f8fa, image.getRGB(2, 2));
    }

    @Test void anEmptyPipelineAndOneOfUnknownStepsAreDrawn() throws Exception {
        record NoSettings() { }
        Pipeline unknown = new Pipeline("x", List.of(new Node("a", "new.thing", 1, new NoSettings(), "", 0, 0), new Node("b", "new.thing", 1, new NoSettings(), "", 300, 0)),
                List.of(new Link("a", "out", "b", "in")));
        var picture = new PipelinePicture(OPERATORS, ENGLISH);
        for (Pipeline p : List.of(Pipeline.empty("none"), unknown)) {
            xml(picture.svg(p, Theme.LIGHT));
            assertTrue(picture.image(p, Theme.DARK, 1).getWidth() > 0);
        }
        assertTrue(picture.svg(unknown, Theme.LIGHT).contains("new.thing"));
    }

    @Test void longWordsAreCutAndWrapped() {
        var lettering = new Lettering();
        String cut = lettering.cut("a very long name of a step that no box can hold", 120, Lettering.NAME);
        assertTrue(cut.endsWith("…") && lettering.width(cut, Lettering.NAME) <= 120);
        List<String> lines = lettering.wrap("这是一段很长的说明文字，没有空格也要换行。", 80, Lettering.PLAIN, 9);
        assertTrue(lines.size() > 2 && lines.stream().allMatch(l -> lettering.width(l, Lettering.PLAIN) <= 80), lines.toString());
        assertEquals("这是一段很长的说明文字，没有空格也要换行。", String.join("", lines));
        assertEquals(2, lettering.wrap("one two three four five six", 40, Lettering.PLAIN, 2).size());
    }

    /** For eyes: writes pictures where the system property {@code shelfwise.screenshots} is set. */
    @Test void picturesToLookAt() throws IOException {
        if (!Boolean.getBoolean("shelfwise.screenshots")) return;
        Path folder = Files.createDirectories(Path.of("target/screenshots"));
        for (Theme theme : Theme.values()) {
            Files.write(folder.resolve("picture-sample-" + theme + ".png"), new PipelinePicture(OPERATORS, ENGLISH).png(sample(), theme, 1));
            Files.write(folder.resolve("picture-dressed-" + theme + ".png"), new PipelinePicture(OPERATORS, CHINESE).png(dressed(), theme, 1));
        }
        Files.write(folder.resolve("picture-tidy.png"), new PipelinePicture(OPERATORS, ENGLISH).png(shelfwise.pipeline.layout.Layout.tidied(sample()), Theme.LIGHT, 1));
        Files.writeString(folder.resolve("picture.svg"), new PipelinePicture(OPERATORS, CHINESE).svg(dressed(), Theme.LIGHT));
    }
}
