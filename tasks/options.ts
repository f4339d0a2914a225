/** The note that a command is about. */
export const ID = { name: "id", description: "Required. Number of the note", defaultValue: "" } as const;

export const DEPLOYMENTS = {
  name: "deployments",
  description: "Folder of the deployment records",
  defaultValue: "deployments",
} as const;

/** Of commands that write files they could write again. */
export const FORCE = { name: "force", description: "Write over files that are there already" } as const;

export const JSON_FLAG = { name: "json", description: "Write JSON, for machines" } as const;
