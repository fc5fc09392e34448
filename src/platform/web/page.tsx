import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Layout, type LayoutProps } from '../../../templates/platform/layout.tsx';
import { assetUrl } from './assets.ts';

/** A complete HTML page as a string. */
export function page(props: Omit<LayoutProps, 'asset'>, content: ComponentChild): string {
  return `<!doctype html>${renderToString(
    <Layout {...props} asset={assetUrl}>
      {content}
    </Layout>,
  )}`;
}
