import { fileURLToPath, URL } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";

/** The gateway that `npm run dev` shows the pages of; its own pages and the API pass through. */
const gateway = process.env.GUILDHALL_ORIGIN ?? "http://127.0.0.1:8080";
const served = ["/api", "/assets", "/docs", "/id", "/pay", "/problems", "/session", "/sign-in", "/sign-out", "/v3"];

export default defineConfig({
  plugins: [vue({ template: { transformAssetUrls: false } })],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  define: { __VUE_OPTIONS_API__: true, __VUE_PROD_DEVTOOLS__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  build: {
    target: "es2022",
    assetsDir: "app",
    outDir: process.env.GUILDHALL_UI ?? "dist",
    emptyOutDir: true,
    // Everything a page runs or shows is a file of this origin: nothing inlined, so that the policy needs no exception.
    assetsInlineLimit: 0,
    // What the licenses of the bundled libraries ask for: their words go along.
    license: { fileName: "app/licenses.md" },
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: {
    port: Number(process.env.PORT ?? 5173),
    proxy: Object.fromEntries([
      ...served.map((path) => [path, { target: gateway, headers: { origin: gateway } }]),
      ["/ws", { target: gateway, ws: true, headers: { origin: gateway } }],
    ]),
  },
  // A built page is held to the policy that the gateway sends.
  preview: { headers: { "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'" } },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
