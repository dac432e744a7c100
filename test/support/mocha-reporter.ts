import { CountingReporter } from './counting-reporter';

// Mocha's --reporter wants a module that is the class itself.
module.exports = CountingReporter;
