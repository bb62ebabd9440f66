package dev.precinct.runtime.platform.persistence;

import java.util.Collection;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** Starts Hibernate on our pool, without JTA and without a persistence.xml. */
public final class Sessions {
    private Sessions() {}

    /** A session factory for these entities; the schema is Flyway's and is never changed by Hibernate. */
    public static SessionFactory open(DataSource source, Collection<Class<?>> entities) {
        return new HibernatePersistenceConfiguration("runtime")
                .managedClasses(entities)
                .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, source)
                .property(JdbcSettings.DIALECT, "org.hibernate.dialect.PostgreSQLDialect")
                .property("hibernate.boot.allow_jdbc_metadata_access", false)
                .property("hibernate.connection.provider_disables_autocommit", true)
                .property("hibernate.jdbc.batch_size", 100)
                .property("hibernate.jdbc.time_zone", "UTC")
                .createEntityManagerFactory();
    }
}
