"""The application that gunicorn and the flask command find."""

from finder.web import create_app

app = create_app()
