/** Writes TypeScript types of the services' APIs from their OpenAPI documents. */
import { mkdir, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const services = ["member", "course", "billing", "community", "analytics"];
const folder = new URL("./generated/", import.meta.url);

await mkdir(folder, { recursive: true });
await Promise.all(
  services.map(async (service) => {
    const document = new URL(`../../${service}-service/src/main/resources/contracts/openapi.json`, import.meta.url);
    const types = await openapiTS(document);
    await writeFile(new URL(`${service}.ts`, folder), astToString(types));
  }),
);
