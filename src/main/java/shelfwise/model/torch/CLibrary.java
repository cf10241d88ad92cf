package shelfwise.model.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * What the C library is told before PyTorch works.
 *
 * <p>Memory: it keeps what PyTorch frees for its next array of that size. Else glibc takes each array of some megabytes from the operating
 * system and gives it back, thousands of times an epoch, and the system clears every page anew: half of the time of a training. Other C
 * libraries than glibc are left alone.
 *
 * <p>Threads: those of OpenMP that wait for each other sleep. Else they spin, and a training beside other work takes twice as long.
 *
 * <p>Precision: a graphics card multiplies matrices in TF32, factors of 10 bits summed in 32, where it can; all else stays in 32 bits.
 */
final class CLibrary {
    /** Parameters of {@code mallopt}, as in glibc's malloc.h. */
    private static final int TRIM_THRESHOLD = -1, TOP_PAD = -2, MMAP_THRESHOLD = -3;
    /** The largest that glibc takes for blocks to come from its own heap. */
    private static final int LARGEST_BLOCK = 32 << 20;
    private static final String WAIT = "OMP_WAIT_POLICY", PRODUCTS = "TORCH_ALLOW_TF32_CUBLAS_OVERRIDE";
    private static final int NEVER = Integer.MAX_VALUE, AT_ONCE = 128 << 20;

    private CLibrary() { }

    /** To be called before PyTorch is loaded, which asks once. @param card whether there is a graphics card */
    static void beforePyTorch(boolean card) {
        setVariable(WAIT, "PASSIVE");
        if (card) setVariable(PRODUCTS, "1");
    }

    /** Leaves one that somebody set as it is. */
    static void setVariable(String name, String value) {
        SymbolLookup library = Linker.nativeLinker().defaultLookup();
        library.find("setenv").map(at -> Linker.nativeLinker().downcallHandle(at, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT))).ifPresent(set -> {
            try (Arena texts = Arena.ofConfined()) {
                call(set, texts.allocateFrom(name), texts.allocateFrom(value), 0);
            }
        });
    }

    /** Freed memory stays with the process. */
    static void keepFreed() {
        find("mallopt", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)).ifPresent(set -> {
            call(set, MMAP_THRESHOLD, LARGEST_BLOCK);
            call(set, TRIM_THRESHOLD, NEVER);
            call(set, TOP_PAD, AT_ONCE);
        });
    }

    /** Gives what is free back to the operating system. */
    static void giveBack() {
        find("malloc_trim", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)).ifPresent(trim -> call(trim, 0L));
    }

    /** Of glibc alone: {@code gnu_get_libc_version} tells it apart. */
    private static Optional<MethodHandle> find(String name, FunctionDescriptor of) {
        SymbolLookup library = Linker.nativeLinker().defaultLookup();
        if (library.find("gnu_get_libc_version").isEmpty()) return Optional.empty();
        return library.find(name).map(at -> Linker.nativeLinker().downcallHandle(at, of));
    }

    private static void call(MethodHandle function, Object... arguments) {
        try {
            function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the C library failed", e);
        }
    }
}
