package io.guildhall.local.cli;

import picocli.CommandLine.IVersionProvider;

/** The built jar's version and the JDK that runs it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Guildhall.class.getPackage().getImplementationVersion();
        return new String[] {
            "Guildhall " + (version == null ? "from classes" : version) + " on Java " + Runtime.version()
        };
    }
}
