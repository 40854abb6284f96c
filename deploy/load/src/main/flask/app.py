"""What an article's reader would build with Flask and SQLite: accounts, a login, a list of courses, one course.

It has the routes and columns of the article's platform, so that ours can be measured beside it; passwords stay in clear
there, and so here. Arguments: file of the database, port. Under gunicorn the file is given as DATABASE.
"""
import os
import sys

from flask import Flask, abort, jsonify, request
from flask_sqlalchemy import SQLAlchemy

COURSES = 100

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///" + (sys.argv[1] if __name__ == "__main__" else os.environ["DATABASE"])
app.config["SQLALCHEMY_TRACK_MODIFICATIONS"] = False
# Of 64 who write to one file some wait for more than the 5 s after which SQLite gives up.
app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"connect_args": {"timeout": 60}}
db = SQLAlchemy(app)


class Account(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    username = db.Column(db.String(80), unique=True, nullable=False)
    password = db.Column(db.String(120), nullable=False)
    role = db.Column(db.String(80), nullable=False)


class Course(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(120), nullable=False)
    price = db.Column(db.Float, nullable=False)
    description = db.Column(db.Text)


@app.post("/register")
def register():
    asked = request.get_json()
    db.session.add(Account(username=asked["username"], password=asked["password"], role=asked["role"]))
    db.session.commit()
    return jsonify(message="registered")


@app.post("/login")
def login():
    asked = request.get_json()
    found = Account.query.filter_by(username=asked["username"], password=asked["password"]).first()
    return jsonify(message="welcome" if found else "unknown")


@app.get("/courses")
def courses():
    return jsonify(courses=[course.name for course in Course.query.all()])


@app.get("/courses/<int:course_id>")
def course(course_id):
    found = Course.query.get(course_id) or abort(404)
    return jsonify(name=found.name, price=found.price, description=found.description)


def fill():
    """Makes the tables and the courses, once."""
    with app.app_context():
        db.create_all()
        if Course.query.count() == 0:
            for number in range(COURSES):
                db.session.add(Course(name=f"Course {number} of a hundred", price=29.0, description="Six lessons."))
            db.session.commit()


if __name__ == "__main__":
    fill()
    app.run(host="127.0.0.1", port=int(sys.argv[2]), threaded=True)
