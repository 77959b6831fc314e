import htmx from 'htmx.org';

// the content security policy allows neither: both would be refused and logged
htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
