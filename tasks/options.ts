/** The note that a command is about. */
export const ID = { name: "id", description: "Required. Number of the note", defaultValue: "" } as const;

export const DEPLOYMENTS = {
  name: "deployments",
  description: "Folder of the deployment records",
  defaultValue: "deployments",
} as const;

export const JSON_FLAG = { name: "json", description: "Write JSON, for machines" } as const;
