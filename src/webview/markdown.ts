import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import diff from 'highlight.js/lib/languages/diff';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';
import MarkdownIt from 'markdown-it';

const languages = { bash, diff, javascript, json, python, typescript };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

/** What a model writes is not trusted: no HTML passes through, and nothing is loaded for it. */
const markdown = new MarkdownIt({
  html: false,
  linkify: false,
  highlight: (code, language) => {
    if (!hljs.getLanguage(language)) return '';
    return hljs.highlight(code, { language, ignoreIllegals: true }).value;
  },
}).disable('image');

/** Markdown as HTML that is safe to show. */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}
