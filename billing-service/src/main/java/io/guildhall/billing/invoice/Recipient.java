package io.guildhall.billing.invoice;

/** To whom invoices are written. */
public record Recipient(String name, String address) {}
