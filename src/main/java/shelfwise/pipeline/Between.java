package shelfwise.pipeline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The range of a number among the settings, both ends allowed, and its unit if it has one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Between {
    double min();

    double max();

    /** Message key of the unit, such as {@code unit.days}; empty for none. */
    String unit() default "";
}
