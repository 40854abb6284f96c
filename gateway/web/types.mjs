/** Writes TypeScript types of the services' APIs from their OpenAPI documents. */
import { mkdir, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const services = ["member", "course", "billing", "community", "analytics"];
const folder = new URL("./generated/", import.meta.url);

await mkdir(folder, { recursive: true });
await Promise.all(
  services.map(async (service) => {
    const document = new URL(`../../${service}-service/src/main/resources/contracts/openapi.json`, import.meta.url);
    // The documents say of answers nowhere what is always there; what may be absent is named in models.ts.
    const types = await openapiTS(document, { propertiesRequiredByDefault: true });
    await writeFile(new URL(`${service}.ts`, folder), astToString(types));
  }),
);
