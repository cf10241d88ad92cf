package shelfwise.pipeline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a text (or list of texts) among the settings that names something the form can offer, or is made of it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Picks {
    enum What {
        ASSET, COLUMN,
        /** A text encoder that the analyst added to the project. */
        ENCODER,
        /** An encoder of images that the analyst added to the project. */
        IMAGE_ENCODER,
        /** A model that is linked to the port: the id of the step that trained it. */
        MODEL,
        /** {@code node.setting} of a step before this one, or a parameter of the pipeline. */
        SETTING,
        /** An expression over the columns, of any type ({@link shelfwise.pipeline.expression.Expression}). */
        EXPRESSION,
        /** An expression over the columns that is true or false. */
        CONDITION
    }

    What value();

    /** The input port whose schema offers the columns, or to which the models are linked; of no meaning for ASSET, SETTING and encoders. */
    String port() default "table";
}
