package shelfwise.model.torch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Nothing but {@link HostArrays} may call what hands PyTorch memory that Java may take back. */
class BorrowedMemoryTest {
    private static final JavaClasses TORCH = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("shelfwise.model.torch");

    @Test void noArrayIsMadeOfJavasNumbersElsewhere() {
        assertTrue(TORCH.size() > 10, "only " + TORCH.size() + " classes seen");
        // OnnxCheck works with ONNX Runtime's arrays, which are copies: OnnxTensor.createTensor takes numbers of the heap into a buffer of its own
        noClasses().that().doNotHaveSimpleName("HostArrays").and().doNotHaveSimpleName("OnnxCheck").should().callMethodWhere(on(NDManager.class, "create")).check(TORCH);
    }

    @Test void noArrayIsReckonedWithABareNumber() {
        noClasses().should().callMethodWhere(on(NDArray.class, ".*").and(DescribedPredicate.describe("a number as argument",
                call -> call.getTarget().getRawParameterTypes().stream().anyMatch(t -> t.isEquivalentTo(Number.class))))).check(TORCH);
    }

    private static DescribedPredicate<JavaMethodCall> on(Class<?> owner, String method) {
        return DescribedPredicate.describe(owner.getSimpleName() + "." + method,
                call -> assignableTo(owner).test(call.getTarget().getOwner()) && nameMatching(method).test(call.getTarget()));
    }
}
