/** The little of the charts' library that is used, so that types can be checked where it is not installed. */
declare module "vega" {
  export class View {
    constructor(runtime: object, options: { renderer: "none" });
    toSVG(): Promise<string>;
    finalize(): void;
  }
  export function parse(spec: object): object;
}

declare module "vega-lite" {
  export function compile(spec: object): { readonly spec: object };
}

declare module "vega-scenegraph" {
  export const textMetrics: { width: (item: { readonly fontSize?: number }, text: string) => number };
}
