import './app.css';
import './htmx.js';
import './unsaved.js';
import './here.js';
import './paste.js';
import './picks.js';
import './live.js';
import './shortcuts.js';
