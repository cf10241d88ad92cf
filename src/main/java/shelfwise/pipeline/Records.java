package shelfwise.pipeline;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/** Reads and makes records by reflection. */
final class Records {
    private Records() { }

    static Object get(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("can't read " + component, e);
        }
    }

    static Object get(Record record, String component) {
        return Arrays.stream(record.getClass().getRecordComponents()).filter(c -> c.getName().equals(component)).findFirst()
                .map(c -> get(record, c)).orElseThrow(() -> new IllegalArgumentException(record.getClass().getSimpleName() + " has no " + component));
    }

    /** @throws ProblemException if the record's constructor refuses the values, with its reason */
    static Record make(Class<? extends Record> type, List<Object> values) {
        try {
            Constructor<? extends Record> made = type.getDeclaredConstructor(
                    Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new));
            made.setAccessible(true);
            return made.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ProblemException p) throw p;
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw Problem.of("pipeline.settings-refused", "", String.valueOf(refused.getMessage())).asException(refused);
            }
            throw new IllegalStateException("can't make " + type.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("can't make " + type.getName(), e);
        }
    }
}
