export { createOpenAiModel } from './openai-model';
export { testConnection, type ConnectionTest } from './test-connection';
export { defaultLimits, type OpenAiOptions, type RequestLimits } from './options';
