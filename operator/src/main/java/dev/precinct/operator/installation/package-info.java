/** What an installation by the chart needs beside manifests: passwords made once, Tenants applied, a look whether all answer. */
@NullMarked
package dev.precinct.operator.installation;

import org.jspecify.annotations.NullMarked;
