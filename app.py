"""The application that gunicorn serves, and that the flask command finds here too."""

import click

from finder.web import command_app, create_app
from finder.web.services import follow_what_is_published

# The flask command imports this module in its own context; a server has none, and may not start on a wrong file.
app = create_app() if click.get_current_context(silent=True) is None else command_app()
app.before_request(follow_what_is_published)
