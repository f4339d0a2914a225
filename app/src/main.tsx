import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Router } from "wouter";

import { App } from "./App.tsx";
import { DeskProvider } from "./desk/DeskProvider.tsx";
import { usePagePath } from "./desk/usePagePath.ts";
import { WalletProvider } from "./wallet/WalletProvider.tsx";
import "./styles.css";

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 2, refetchOnWindowFocus: false, staleTime: Infinity } },
});
const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root");

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Router hook={usePagePath}>
        <DeskProvider>
          <WalletProvider>
            <App />
          </WalletProvider>
        </DeskProvider>
      </Router>
    </QueryClientProvider>
  </StrictMode>,
);
