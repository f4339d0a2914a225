import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

import type { SectionProps } from "../section.ts";
import { imageOf } from "./certificateImage.ts";

/** The certificate as the contract draws it, read once it comes into sight. */
export function Certificate({ chain, note }: SectionProps) {
  const place = useRef<HTMLElement>(null);
  const [isSeen, setIsSeen] = useState(false);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setIsSeen(true);
    });
    observer.observe(place.current);
    return () => {
      observer.disconnect();
    };
  }, []);
  const { data, isError } = useQuery({
    // it is drawn from terms and record alone, so that time by itself changes nothing of it
    queryKey: ["certificate", chain.chainId, String(note.id), note.history?.events.length ?? note.block.hash],
    enabled: isSeen,
    placeholderData: (before: string | undefined) => before,
    queryFn: async () => imageOf(await chain.contracts.notes.tokenURI(note.id)),
  });
  return (
    <figure className="certificate" ref={place}>
      {data === undefined ? (
        <div className="certificate-blank">{isError ? "The certificate could not be read" : ""}</div>
      ) : (
        <img
          src={data}
          width={1000}
          height={1000}
          alt={`Certificate of note ${String(note.id)}, as the contract draws it`}
        />
      )}
      <figcaption className="muted small">Drawn by the contract itself, from the note’s terms and record.</figcaption>
    </figure>
  );
}
