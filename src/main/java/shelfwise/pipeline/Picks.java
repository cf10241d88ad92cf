package shelfwise.pipeline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a text (or list of texts) among the settings that names something the form can offer. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Picks {
    enum What { ASSET, COLUMN }

    What value();

    /** For COLUMN: the input port whose schema offers the columns. */
    String port() default "table";
}
