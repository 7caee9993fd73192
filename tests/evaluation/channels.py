"""Every way by which a user of the web client or of RPC could come to see a record."""

from odoo.exceptions import AccessError


class ChannelsCase:
    """To be mixed into a test case: `assertHidden` tries all of them on one record."""

    def assertHidden(self, record, person, fields=("display_name",)):
        """Nothing of ``record`` reaches ``person``, neither content nor existence."""
        # A plain record: that of the test may carry the companies of who created it.
        seen = self.as_user(self.env[record._name].browse(record.id), person)
        records = seen.browse()
        names = list(fields)
        domain = [("id", "=", record.id)]
        self.assertFalse(seen.has_access("read"))
        for call in (
            lambda: seen.read(names),
            lambda: seen.web_read({name: {} for name in names}),
            lambda: seen.export_data(names),
            lambda: seen.copy(),
            lambda: seen.write({names[-1]: False}),
            lambda: seen.unlink(),
        ):
            with self.assertRaises(AccessError):
                call()
        self.assertFalse(records.search(domain))
        self.assertFalse(records.search(domain, order="id desc"))
        self.assertEqual(records.search_count(domain), 0)
        self.assertEqual(records.search_read(domain, names), [])
        found = records.web_search_read(domain, {name: {} for name in names})
        self.assertEqual(found["records"], [])
        self.assertFalse([key for key, _name in records.name_search("") if key == record.id])
        groups = records.formatted_read_group(domain, [], ["__count"])
        self.assertEqual(groups[0]["__count"], 0)
        for name in names:
            if records._fields[name].store and records._fields[name].type != "text":
                key = f"{name}:day" if records._fields[name].type == "datetime" else name
                self.assertEqual(records.formatted_read_group(domain, [key], ["__count"]), [])

    def assertVisible(self, record, person, fields=("display_name",)):
        """The person reads the record and finds it by searching."""
        seen = self.as_user(record, person)
        self.assertTrue(seen.has_access("read"))
        self.assertTrue(seen.read(list(fields)))
        self.assertEqual(seen.search([("id", "=", record.id)]), seen)

    def assertNoPath(self, person, model, *domain):
        """A search by a path through other records finds nothing."""
        found = self.as_user(self.env[model], person).search([domain])
        self.assertFalse(found, f"{person.name} learns something by {domain}")
