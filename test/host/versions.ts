/** The Code that is served: `code-server` carries it, and the folder it is cached in is named after it. */
export const CODE_VERSION = '1.139.1';

/** npm packages of the server. It wants its own Node, which the second package brings as a binary. */
export const SERVER_PACKAGE = `code-server@4.139.1`;
export const NODE_VERSION = '24.21.0';

/** A Chromium as an npm package, for machines that have none, and fonts for machines without any. */
export const CHROMIUM_VERSION = '153.0.0';
export const FONTS_PACKAGE = 'dejavu-fonts-ttf@2.37.3';
