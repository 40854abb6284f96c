package io.guildhall.billing.payment;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The payment providers of this installation. */
@Component
public class PaymentProviders {

    private final List<PaymentProvider> all;

    PaymentProviders(ObjectProvider<PaymentProvider> all) {
        this.all = all.orderedStream().toList();
    }

    /** The one that takes new payments. */
    public PaymentProvider current() {
        return all.stream().findFirst().orElseThrow(PaymentsNotSetUp::new);
    }

    public Optional<PaymentProvider> named(String name) {
        return all.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }
}
