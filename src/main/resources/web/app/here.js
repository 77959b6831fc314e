// On a phone the navigation scrolls sideways: show where one is.
document.querySelector('.side__link[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
