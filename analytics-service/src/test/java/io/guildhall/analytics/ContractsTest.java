package io.guildhall.analytics;

import io.guildhall.platform.testing.contract.Contracts;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ContractsTest {

    @TestFactory
    Stream<DynamicTest> keepsItsContracts() {
        return Contracts.of("io.guildhall.analytics").tests();
    }
}
