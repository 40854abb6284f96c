package io.guildhall.platform.testing.architecture.bad.everypackageisnullmarked;

class Careless {}
