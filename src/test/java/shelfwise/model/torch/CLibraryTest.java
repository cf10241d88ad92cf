package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CLibraryTest {
    @DisabledOnOs(OS.WINDOWS)
    @Test void threadsAreToldToSleepUnlessSomebodyToldThemOtherwise() throws Throwable {
        CLibrary.waitAsleep();
        String own = System.getenv(CLibrary.WAIT);
        assertEquals(own == null ? "PASSIVE" : own, environment(CLibrary.WAIT));
    }

    private static String environment(String name) throws Throwable {
        Linker linker = Linker.nativeLinker();
        var get = linker.downcallHandle(linker.defaultLookup().find("getenv").orElseThrow(), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (var texts = java.lang.foreign.Arena.ofConfined()) {
            return ((MemorySegment) get.invokeExact(texts.allocateFrom(name))).reinterpret(100).getString(0);
        }
    }
}
