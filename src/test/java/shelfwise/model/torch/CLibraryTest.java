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
    @Test void threadsAreToldToSleepAndCardsToMultiplyFasterUnlessSomebodyToldThemOtherwise() throws Throwable {
        CLibrary.beforePyTorch(true);
        String sleep = System.getenv("OMP_WAIT_POLICY"), products = System.getenv("TORCH_ALLOW_TF32_CUBLAS_OVERRIDE");
        try {
            assertEquals(sleep == null ? "PASSIVE" : sleep, environment("OMP_WAIT_POLICY"));
            assertEquals(products == null ? "1" : products, environment("TORCH_ALLOW_TF32_CUBLAS_OVERRIDE"));
        } finally {
            if (products == null) unset("TORCH_ALLOW_TF32_CUBLAS_OVERRIDE"); // later tests train in this process
        }
    }

    @DisabledOnOs(OS.WINDOWS)
    @Test void whatSomebodySetStays() throws Throwable {
        CLibrary.setVariable("SHELFWISE_TEST", "first");
        CLibrary.setVariable("SHELFWISE_TEST", "second");
        assertEquals("first", environment("SHELFWISE_TEST"));
    }

    private static void unset(String name) throws Throwable {
        Linker linker = Linker.nativeLinker();
        var unset = linker.downcallHandle(linker.defaultLookup().find("unsetenv").orElseThrow(), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (var texts = java.lang.foreign.Arena.ofConfined()) {
            assertEquals(0, (int) unset.invokeExact(texts.allocateFrom(name)));
        }
    }

    private static String environment(String name) throws Throwable {
        Linker linker = Linker.nativeLinker();
        var get = linker.downcallHandle(linker.defaultLookup().find("getenv").orElseThrow(), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (var texts = java.lang.foreign.Arena.ofConfined()) {
            return ((MemorySegment) get.invokeExact(texts.allocateFrom(name))).reinterpret(100).getString(0);
        }
    }
}
