package dev.premia.local.registry;

/**
 * The contract against another registry that is running already, so that local mode and production cannot drift apart. Not part of
 * the build; its address is given with {@code -Dpremia.test.registry.url=...} and the class with {@code
 * -Dit.test=ExternalRegistryContract}.
 */
class ExternalRegistryContract extends RegistryContract {
    @Override
    String baseUrl() {
        String url = System.getProperty("premia.test.registry.url");
        if (url == null) {
            throw new IllegalStateException("Give the registry's address with -Dpremia.test.registry.url=http://...");
        }
        return url;
    }
}
