import './app.css';
import './htmx.js';
