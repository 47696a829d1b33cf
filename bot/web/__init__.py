"""What is shown in a browser: the widget, the page without JavaScript, the demonstration page."""
