/** The services of the house, and where operators ask them. */
export const SERVICES = ["member", "course", "billing", "community", "analytics"] as const;
export type Service = (typeof SERVICES)[number];

export function isService(name: unknown): name is Service {
  return SERVICES.includes(name as Service);
}

export function ops(service: Service, rest: string): string {
  return `/api/ops/${service}${rest}`;
}
