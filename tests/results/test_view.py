import psycopg2

from odoo.tests import tagged
from odoo.tools import SQL, mute_logger

from ..common import PerformanceCase

VIEW = "hr_performance_bonus_coefficient"
# The outside contract of the design, section 7, in this order.
COLUMNS = [
    "result_id", "employee_id", "employee_ref", "company_id", "cycle_id", "cycle_code",
    "bonus_code", "grade_code", "score", "individual_coefficient", "department_coefficient",
    "company_coefficient", "proration", "bonus_coefficient", "payout_from", "payout_to",
    "published_at",
]  # fmt: skip


@tagged("post_install", "-at_install")
class TestView(PerformanceCase):
    """The SQL view that an outside payroll reads, and nothing besides (R2)."""

    def connect(self, **options):
        """A connection of its own, as another program has it."""
        # What the server's own connection was given: host, port, database and user.
        parameters = {**self.cr._cnx.info.dsn_parameters, **options}
        parameters.pop("application_name", None)
        connection = psycopg2.connect(**parameters)
        connection.autocommit = True
        self.addCleanup(connection.close)
        return connection.cursor()

    def reader(self):
        """A client with exactly the grants of the README."""
        database = self.cr.dbname
        role = f"payroll_reader_of_{database}"  # a role is known to all databases of a server
        grants = (
            f'CONNECT ON DATABASE "{database}"',
            "USAGE ON SCHEMA public",
            f"SELECT ON {VIEW}",
        )
        owner = self.connect()
        owner.execute(f"CREATE ROLE \"{role}\" LOGIN PASSWORD 'secret'")
        self.addCleanup(owner.execute, f'DROP ROLE "{role}"')
        for grant in grants:
            owner.execute(f'GRANT {grant} TO "{role}"')
            self.addCleanup(owner.execute, f'REVOKE {grant} FROM "{role}"')
        return self.connect(user=role, password="secret")

    def test_grants_of_the_readme(self):
        """R2: with the README's grants a client reads the view and is refused all else."""
        client = self.reader()
        client.execute(f"SELECT * FROM {VIEW}")
        self.assertEqual([column.name for column in client.description], COLUMNS)
        for statement in (
            "SELECT 1 FROM hr_performance_result",
            "SELECT 1 FROM hr_performance_rating",
            "SELECT 1 FROM hr_employee",
            "SELECT 1 FROM res_users",
            "UPDATE hr_performance_result SET bonus_coefficient = 9",
            "DELETE FROM hr_performance_result",
            "INSERT INTO hr_performance_result (id) VALUES (1)",
            "TRUNCATE hr_performance_result CASCADE",
            "ALTER TABLE hr_performance_result DISABLE TRIGGER ALL",
            f"DROP VIEW {VIEW}",
        ):
            with (
                self.subTest(statement=statement),
                self.assertRaises(psycopg2.errors.InsufficientPrivilege),
            ):
                client.execute(statement)

    def rows(self):
        self.env.flush_all()
        query = SQL("SELECT * FROM %s WHERE company_id = %s", SQL.identifier(VIEW), self.company.id)
        return self.env.execute_query_dict(query)

    def test_rows(self):
        """R2: one row per person and window, with badge, figures and the current result only."""
        cycle = self.create_cycle()
        self.employee.barcode = "0815"
        self.live_through(cycle, self.employee)
        self.assertEqual(self.rows(), [])
        result = self.publish(cycle)
        (row,) = self.rows()
        self.assertEqual(list(row), COLUMNS)
        self.assertEqual((row["result_id"], row["employee_ref"]), (result.id, "0815"))
        self.assertEqual((row["grade_code"], float(row["score"])), ("GO", 102.5))
        self.assertEqual(float(row["bonus_coefficient"]), result.bonus_coefficient)
        self.assertEqual(str(row["payout_to"]), "2024-12-31")
        vals = {**result.copy_data()[0], "supersedes_id": result.id, "bonus_coefficient": 2}
        corrected = result._add([vals])
        (row,) = self.rows()
        self.assertEqual((row["result_id"], float(row["bonus_coefficient"])), (corrected.id, 2))

    def test_missing_score_is_empty(self):
        """R2, E6: without a score the column is empty, not 0."""
        cycle = self.create_cycle()
        evaluation = self.live_through(cycle, self.employee, answer=None)
        self.sign(evaluation, self.employee, "employee")
        vals = self.publish(cycle).copy_data()[0]
        first = self.rows()[0]["result_id"]
        self.env["hr.performance.result"]._add(
            [{**vals, "has_score": False, "score": 0, "supersedes_id": first}]
        )
        self.assertIsNone(self.rows()[0]["score"])

    def test_owner_is_refused_too(self):
        """G4: a second connection as Odoo's own role cannot change results either."""
        owner = self.connect()
        with mute_logger("odoo.sql_db"), self.assertRaisesRegex(psycopg2.Error, "kept for good"):
            owner.execute("TRUNCATE hr_performance_result CASCADE")
